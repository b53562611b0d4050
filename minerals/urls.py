"""Addresses of facts, countries and minerals; a fact's own address is made of its key and never changes."""

from django.urls import path

from minerals.models import Agreement, Project, Quotation, Statistic
from minerals.views import CountryDetail, CountryList, FactDetail, FactList, Home, MineralDetail, MineralList, Search

app_name = "minerals"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("search/", Search.as_view(), name="search"),
    path("countries/", CountryList.as_view(), name="country_list"),
    path("countries/<str:pk>/", CountryDetail.as_view(), name="country_detail"),
    path("minerals/", MineralList.as_view(), name="mineral_list"),
    path("minerals/<slug:slug>/", MineralDetail.as_view(), name="mineral_detail"),
]
for model in (Statistic, Project, Agreement, Quotation):
    kind = model._meta.model_name
    urlpatterns += [
        path(f"{kind}s/", FactList.as_view(model=model), name=f"{kind}_list"),
        path(f"{kind}s/<slug:key>/", FactDetail.as_view(model=model), name=f"{kind}_detail"),
    ]
