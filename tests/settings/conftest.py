import shutil

import pytest

from exempelbank.files.paths import CONFIG
from tests.builders import PROJECT


@pytest.fixture
def project(tmp_path):
    shutil.copytree(PROJECT / CONFIG, tmp_path / CONFIG)
    return tmp_path
