"""What all tests share."""

import os

import pytest


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed, on the continuous integration, a skip is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("A test was skipped; in CI that is a failure.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
