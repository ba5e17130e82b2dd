"""The server extension, in a real server with a real kernel."""

import asyncio
import json
import socket
from pathlib import Path

import pytest
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.connection.base import BaseKernelWebsocketConnection
from tornado.websocket import websocket_connect
from traitlets.utils.importstring import import_item

DEPLOY = Path(__file__).parents[1] / "deploy"
OFF = '{"ServerApp": {"jpserver_extensions": {"runplan.nodelay": false}}}'


async def delays(home: Path) -> list[int]:
    """Start a server, a kernel and a connection to it; return TCP_NODELAY of the server's end."""
    server = ServerApp(port=0, open_browser=False, allow_root=True, token="t", root_dir=str(home))
    server.initialize(argv=[], new_httpserver=True)
    kernels = server.kernel_manager
    kernel = await kernels.start_kernel(kernel_name="python3")
    url = server.connection_url.replace("http", "ws", 1)
    browser = await websocket_connect(f"{url}api/kernels/{kernel}/channels?token=t")
    await browser.read_message()  # the kernel has said something: the connection stands
    handlers = server.kernel_websocket_connection_class._open_sessions.values()
    streams = [handler.ws_connection.stream for handler in handlers]
    found = [s.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for s in streams]
    browser.close()
    await kernels.shutdown_all(now=True)
    server.http_server.stop()
    return found


@pytest.mark.parametrize("switch", ["", OFF], ids=["as installed", "switched off"])
def test_a_kernels_messages_leave_at_once_unless_switched_off(
    switch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if switch:
        (tmp_path / "jupyter_server_config.json").write_text(switch)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    assert [bool(delay) for delay in asyncio.run(delays(tmp_path))] == [not switch]


def test_voila_finds_the_connection_by_its_name() -> None:
    named = json.loads((DEPLOY / "voila.json").read_text())["Voila"]
    connection = import_item(named["kernel_websocket_connection_class"])
    assert issubclass(connection, BaseKernelWebsocketConnection)
