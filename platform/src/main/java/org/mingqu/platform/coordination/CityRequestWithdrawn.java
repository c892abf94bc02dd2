package org.mingqu.platform.coordination;

import java.util.UUID;

/// A request is withdrawn before it was answered. Published in the act's own transaction.
public record CityRequestWithdrawn(UUID request, String number, String reason) {}
