"""What was published: outlets, pages, articles, headlines; knows nothing of minerals or importers."""
