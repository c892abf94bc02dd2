package org.mingqu.platform.parties;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organisation, or the one-person organisation of a natural person.
///
/// @param kind DEPARTMENT, INSTITUTION, COMPANY, UNINCORPORATED (非法人组织) or NATURAL_PERSON
public record Organisation(
        UUID id, String name, String kind, @Nullable String creditCode) {

    public Party party() {
        return new Party(id, name, kind);
    }
}
