/// The world outside (art. 5, 9, 22, 23, 39): one way by which the platform delivers to and hears from the city
/// authority, the data exchange, the credit system and the government's website. An outbox in the transaction of the
/// act, signed calls that are tried again, answers and words that are taken once, and a page for whoever minds it.
///
/// Its door is [Outbox] to send, [Answered] and [Heard] by which others are told, and [CityDesk] with [CityAnswers] for
/// requests to the city. Demonstration counterparts run in this process where `mingqu.demo` is on, and nowhere else.
@ApplicationModule(
        displayName = "The world outside",
        allowedDependencies = {"selection", "supervision", "enforcement"})
@NullMarked
package org.mingqu.platform.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
