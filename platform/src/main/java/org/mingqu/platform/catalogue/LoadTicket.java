package org.mingqu.platform.catalogue;

import java.time.Instant;
import java.util.UUID;

/// Leave to bring one file to the enclave's door, once, until it expires.
///
/// @param url where to PUT the file, or to POST the address of the table
record LoadTicket(UUID id, String ticket, String url, Instant expiresAt) {}
