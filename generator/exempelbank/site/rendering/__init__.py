"""How templates become HTML.

environment   Settings -> the Jinja environment, and all that a template may call
loader        templates/ -> Jinja's code, kept between builds
icons         the icons, as Material for MkDocs keeps them
assets        style sheet, scripts, font -> files whose names change with their content
security      what a browser is told about what the pages may do
"""
