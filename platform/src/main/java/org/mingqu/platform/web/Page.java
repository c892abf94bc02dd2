package org.mingqu.platform.web;

import java.util.List;

/// One page of a list.
///
/// @param total how many there are in all
/// @param page number of this page, from 0
/// @param size the most items on a page
public record Page<T>(List<T> items, long total, int page, int size) {

    private static final int MOST = 200;

    /// The page of a list that is all there.
    public static <T> Page<T> of(List<T> all, int page, int size) {
        var length = Math.clamp(size, 1, MOST);
        var number = Math.max(0, page);
        var start = (int) Math.min((long) number * length, all.size());
        return new Page<>(all.subList(start, Math.min(start + length, all.size())), all.size(), number, length);
    }
}
