package org.mingqu.tour;

import org.mingqu.district.Resource;

/// A resource that this walk registered.
///
/// @param as how the district describes it
/// @param id of it in the catalogue
/// @param name by which queries call it
record Loaded(Resource as, String id, String name) {}
