import sys

from exempelbank.cli import program

sys.exit(program())
