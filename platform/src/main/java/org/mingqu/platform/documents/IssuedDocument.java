package org.mingqu.platform.documents;

import java.time.Instant;
import java.util.UUID;
import org.mingqu.platform.parties.Party;

/// A document that was issued.
///
/// @param code verification code, sixteen characters
/// @param sm3 of the PDF, lower-case hex
/// @param evidence its entry
public record IssuedDocument(
        String code, String kind, String number, String title, Party issuer, Instant at, String sm3, UUID evidence) {}
