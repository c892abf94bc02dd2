/// Governed SQL (articles 4, 20, 21 and 32 of the Measures): a partner's text over granted columns becomes
/// either a plan that an engine may run, or a refusal that says where, by which rule and article, and what
/// the nearest allowed form is.
///
/// Deny by default: what the guard does not understand, it refuses. Pure: no Spring, no database, no HTTP.
/// The door is [org.mingqu.guard.Guard#judge]. What the engine answers goes through
/// [org.mingqu.guard.InstantAnswer] or [org.mingqu.guard.ReviewedAnswer] before anybody may see it.
@NullMarked
package org.mingqu.guard;

import org.jspecify.annotations.NullMarked;
