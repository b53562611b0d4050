"""Addresses of the articles that published facts stand on."""

from django.urls import path

from news.views import ArticleDetail, ArticleList

app_name = "news"
urlpatterns = [
    path("articles/", ArticleList.as_view(), name="article_list"),
    path("articles/<int:pk>/", ArticleDetail.as_view(), name="article_detail"),
]
