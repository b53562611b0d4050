"""Every command of the house: `python manage.py help`."""

import os
import sys


def main() -> None:
    """Runs the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:  # a wrong setting is the operator's to mend, and needs no traceback
        sys.exit(f"Setting: {error}")


if __name__ == "__main__":
    main()
