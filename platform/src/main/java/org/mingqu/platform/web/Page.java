package org.mingqu.platform.web;

import java.util.List;

/// One page of a list.
///
/// @param total how many there are in all
/// @param page number of this page, from 0
/// @param size the most items on a page
public record Page<T>(List<T> items, long total, int page, int size) {}
