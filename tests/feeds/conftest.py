import pytest

from tests.builders import sample_settings


@pytest.fixture(scope="session")
def settings():
    return sample_settings()
