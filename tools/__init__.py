"""Small build scripts: what `make` calls and the product never imports."""
