"""A server extension that sends a kernel's messages at once.

The server holds a small message back until the browser has confirmed the one before (Nagle's
algorithm), and a browser confirms late: a slider held down waits about 43 ms a step. The
extension sets TCP_NODELAY on each kernel's websocket; installing runplan enables it. Voilà on its
own loads no extensions, so its settings name `PromptConnection`.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "runplan.nodelay"}]


def _load_jupyter_server_extension(server: Any) -> None:
    settings = server.web_app.settings
    settings[_KEY] = prompt(settings[_KEY])


_KEY = "kernel_websocket_connection_class"


def prompt(connection: Any) -> Any:
    """Return the class of kernel connections, made one that waits for nothing."""

    class PromptConnection(connection):  # type: ignore[misc]
        """The same connection, without Nagle's algorithm."""

        def connect(self) -> Any:
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return PromptConnection


def __getattr__(name: str) -> Any:
    if name != "PromptConnection":
        raise AttributeError(name)
    from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

    return prompt(ZMQChannelsWebsocketConnection)
