package org.mingqu.platform.parties;

import java.util.UUID;

/// An organisation, as others see it.
///
/// @param kind DEPARTMENT, INSTITUTION, COMPANY, UNINCORPORATED, NATURAL_PERSON, or the role in which it takes part
public record Party(UUID id, String name, String kind) {}
