"""Tests of single formats, read with other libraries than those that wrote them."""
