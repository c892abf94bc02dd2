package org.mingqu.platform.domain;

import java.time.Duration;
import org.mingqu.warrant.Answer;
import org.mingqu.warrant.EnclaveRefused;
import org.mingqu.warrant.EnclaveUnavailable;
import org.mingqu.warrant.Order;

/// The enclave, as the other rooms use it: each order goes under a warrant of its own, signed now, good for seconds
/// and once.
public interface Domain {

    /// Orders something and gives the answer that the order names.
    ///
    /// Never call it while holding a transaction open longer than need be: the enclave may take seconds.
    ///
    /// @param use who wants it and under which agreement
    /// @throws EnclaveRefused if the enclave refused; its text may be shown
    /// @throws EnclaveUnavailable if it could not be reached or died on the way: what was ordered may
    ///     or may not have been done, and can be ordered again
    <T extends Answer> T order(Use use, Order order, Class<T> kind);

    /// Signs a ticket for the enclave's own door, for a browser or a department's tool.
    ///
    /// @throws EnclaveUnavailable if there is no enclave to take it to
    DoorTicket ticket(Use use, Order.Ticket order);

    /// Waits until the enclave answers.
    ///
    /// @return false if it did not within the time, or the platform is going down
    boolean isReadyWithin(Duration time);
}
