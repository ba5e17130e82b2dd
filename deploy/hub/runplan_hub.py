"""What a JupyterHub needs for runplan, whatever it runs on: each student gets a workspace.

The Littlest JupyterHub reads this file from /opt/tljh/config/jupyterhub_config.d/. Another hub
loads it from its own jupyterhub_config.py: load_subconfig("…/runplan_hub.py").
"""

c = get_config()  # noqa: F821  JupyterHub gives it

# new lessons are put beside what a student has done; a full disk must not keep anyone out
c.Spawner.cmd = ["sh", "-c", 'runplan start course; exec jupyterhub-singleuser "$@"', "sh"]
c.Spawner.default_url = "/lab/tree/course/00_start_here.ipynb"
# the other extension manager asks the network
c.Spawner.args = ["--LabApp.extension_manager=readonly"]
# a lesson with its tools takes about 200 MB
c.Spawner.mem_limit = "1G"
