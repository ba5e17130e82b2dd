"""runplan: strength training for runners, from a muscle to a dated plan.

Teaching material for adults without known disease; not medical advice.
"""

import lazy_loader

__version__ = "0.1.0"

# the public names stand in __init__.pyi; each is imported when it is first used
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
