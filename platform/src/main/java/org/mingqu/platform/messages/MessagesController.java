package org.mingqu.platform.messages;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Actor;
import org.mingqu.platform.web.Page;
import org.mingqu.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/messages`: what the signed-in person should hear of, in the post in which they act.
@RestController
@RequestMapping("/api/messages")
class MessagesController {

    private final MessageStore store;

    MessagesController(MessageStore store) {
        this.store = store;
    }

    @GetMapping
    Page<Message> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            Actor actor) {
        var paging = new Paging(page, size);
        return paging.of(store.of(actor, unread, paging), store.count(actor, unread));
    }

    @GetMapping("/summary")
    MessageSummary summary(Actor actor) {
        return new MessageSummary(store.count(actor, true));
    }

    /// Marks messages as read; without ids all of them.
    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void read(@RequestBody ReadRequest request, Actor actor) {
        var ids = request.ids() == null ? List.<UUID>of() : request.ids();
        store.read(actor, ids, ids.isEmpty());
    }

    record MessageSummary(long unread) {}

    record ReadRequest(@org.jspecify.annotations.Nullable List<UUID> ids) {}
}
