"""What a host needs of the program to build a site, in one place: it is large, and a host imports it late (`late`)."""

from __future__ import annotations

from factreport.building.markup import markup_errors
from factreport.building.session import open_session
from factreport.exports.address import address_problem
from factreport.pages.finished import take_apart
from factreport.pages.own_templates import FailingTemplateError, template_problems
from factreport.pages.page import Crumb
from factreport.pages.prose import Prose, render_prose
from factreport.pages.site import prose_page
from factreport.pages.taken_addresses import address_problems
from factreport.reading.prose import read_prose

__all__ = [
    "Crumb",
    "FailingTemplateError",
    "Prose",
    "address_problem",
    "address_problems",
    "markup_errors",
    "open_session",
    "prose_page",
    "read_prose",
    "render_prose",
    "take_apart",
    "template_problems",
]
