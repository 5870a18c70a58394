"""From texts to a layout of the word cloud, and to its pictures: work for the worker process."""

from facilitation.cloud.layout import lay_out
from facilitation.cloud.pictures import cloud_png, cloud_svg
from facilitation.language.words.terms import count_terms
from facilitation.wording import ORIGINAL


def lay_out_texts(job: dict) -> dict:
    """Return the layout for what `source.layout_job` gave."""
    terms = count_terms([tuple(entry) for entry in job["texts"]])
    return lay_out(terms, job.get("previous"), width=job["width"], height=job["height"])


def draw_layout(layout: dict, language: str = ORIGINAL) -> dict[str, bytes]:
    """Return the pictures of a layout by file name; `language` is that of the line below it."""
    return {"cloud.svg": cloud_svg(layout, language), "cloud.png": cloud_png(layout, language)}
