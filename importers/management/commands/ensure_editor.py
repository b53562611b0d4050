"""`ensure_editor`: an account to log in with."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from minerals.roles import EDITOR, OPERATOR, ensure_roles


class Command(BaseCommand):
    """Creates an account of a role with a password that is printed once; an account that exists stays as it is."""

    help = "Create an editor's (or operator's) account; its generated password is printed once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose account."""
        parser.add_argument("username", nargs="?", default="editor", help="default: editor")
        parser.add_argument("--role", choices=(EDITOR, OPERATOR), default=EDITOR, help="default: editor")

    def handle(self, *args: Any, username: str, role: str, **options: Any) -> None:
        """Create it, or say that it is there."""
        if User.objects.filter(username=username).exists():
            self.stdout.write(f"Account {username}: already there, with the password that it has.")
            return
        password = secrets.token_urlsafe(12)
        with transaction.atomic():
            ensure_roles()
            user = User.objects.create_user(username, password=password, is_staff=True)
            user.groups.add(Group.objects.get(name=role))
        self.stdout.write(f"Account {username}, password {password} (shown this once).")
