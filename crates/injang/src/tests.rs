//! Renderings of every vector, and of reports under every condition.

mod conditions;
mod schema;
