package org.mingqu.platform.coordination;

import java.time.LocalDate;
import java.util.UUID;

/// A request has gone to the city's department, or what it asked for has. Published in the act's own transaction.
///
/// @param number of the request; the city's answer refers to it
/// @param reach `LEVEL` or `REGION`
/// @param supplement what the city had asked for; empty when the request goes for the first time
/// @param due until when an answer is hoped for; silence is no answer
public record CityRequestSent(
        UUID request,
        UUID caseId,
        String number,
        String reach,
        String title,
        String what,
        String why,
        String supplement,
        LocalDate due) {}
