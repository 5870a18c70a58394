"""What all pages share: bundles, bootstrap data, CSRF tokens, response headers."""
