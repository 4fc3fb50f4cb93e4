//! Parts of pages that know neither the router nor the API.
