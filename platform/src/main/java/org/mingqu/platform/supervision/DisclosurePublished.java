package org.mingqu.platform.supervision;

import java.util.UUID;

/// A yearly disclosure was signed and made public. Published in the transaction in which that is entered.
///
/// @param version of the same year and discloser; a correction is a further one
/// @param content canonical JSON
/// @param sm3 of the content, lower-case hex
public record DisclosurePublished(UUID id, int year, int version, String discloser, String content, String sm3) {}
