package org.mingqu.district;

/// One query of the story.
///
/// @param key short name, unique within its scenario
/// @param allowed false for a query that the guard must refuse
public record StoryQuery(String key, Lane lane, String title, String titleEn, boolean allowed, String sql) {}
