"""Runs the migrations on the connection that the program hands over; there is no config file."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
