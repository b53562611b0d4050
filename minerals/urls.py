"""Addresses of the minerals pages."""

from django.urls import URLPattern

app_name = "minerals"
urlpatterns: list[URLPattern] = []
