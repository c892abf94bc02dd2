package org.mingqu.platform.outside;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A counterpart has said something of its own accord: told once for each id that it gave, in the transaction in which
/// that is entered. A listener that refuses undoes it, and the counterpart is told so.
///
/// @param id that the counterpart gave it
/// @param subject what it is about, by the id that the platform had sent
public record Heard(Counterpart from, String id, String kind, UUID subject, JsonNode body) {}
