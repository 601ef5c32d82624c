//! From a certificate to an anchor: the graph of issuers, the paths in it, the best of them, and the
//! revocation of its certificates.

pub(crate) mod best_path;
pub(crate) mod issuer_graph;
pub(crate) mod revocation;
