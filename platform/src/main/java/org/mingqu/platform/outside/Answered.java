package org.mingqu.platform.outside;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A counterpart has taken a message and answered: told once, in the transaction in which that is entered.
///
/// @param message the id that went with it
/// @param subject what the message was about
/// @param answer what the counterpart said
public record Answered(Counterpart from, String kind, UUID message, UUID subject, JsonNode answer) {}
