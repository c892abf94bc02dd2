package org.mingqu.platform.domain;

import java.net.URI;
import java.time.Instant;

/// A signed order in the hands of a browser.
///
/// @param url where to present it at the enclave's door
/// @param expiresAt from then on it is void
public record DoorTicket(String ticket, URI url, Instant expiresAt) {}
