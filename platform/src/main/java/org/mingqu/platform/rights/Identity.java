package org.mingqu.platform.rights;

import java.time.Instant;
import java.util.UUID;

/// Who an account's holder has proven to be: a token that the enclave made, and no number.
///
/// @param organisation of the account: of one person, or the one that its people act for
/// @param kind `person` or `enterprise`
/// @param provider that said so
record Identity(UUID organisation, String kind, String subject, String provider, Instant provenAt) {}
