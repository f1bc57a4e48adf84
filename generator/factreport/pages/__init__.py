"""The room of pages: the report as a site, one file and one template for each type of page.

It knows the report, Markdown and templates. It writes no file and opens no content; hosts do. It must not know MkDocs
or exports.

`site.pages(site)` gives every page, one at a time; `site.prose_page(site, prose)` gives one that editors wrote as text.
A new type of page is a module here with a `PAGE_TYPE`, its template, and a line in `site.FAMILY_TYPES` or in
`site.GATHERING_TYPES`.
"""
