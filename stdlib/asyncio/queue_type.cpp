// SPDX-License-Identifier: MIT
//
// asyncio.Queue, LifoQueue and PriorityQueue as scripts see them.
#include "stdlib/asyncio/queue.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "vm/model/generic_alias.hpp"
#include "vm/model/sequence.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;
using Order = Queue::Order;

// --- Making -------------------------------------------------------------------------------------------------------

template <Order order>
static Object* queue_new(VM& vm, Type* cls, Args, Kwargs) {
    Object* self = allocate_instance(vm, cls);
    self->spare = uint8_t(order);
    return self;
}

static Result<void> queue_init(VM& vm, Queue& self, Value max_size) {
    Heap::store(&self, self.max_size, max_size);
    self.getters = self.putters = nullptr;
    self.finished = nullptr;
    self.unfinished_tasks = 0;
    if (overrides(vm, self, Method::InitItems))
        TRY(call_override(vm, self, Method::InitItems, {max_size}));
    else
        Heap::store(&self, self.items, make_queue_items(vm, self.order()));
    self.is_shut_down = false;
    return {};
}

template <Order order>
static void init_items(VM& vm, Queue& self, Value) {
    Heap::store(&self, self.items, make_queue_items(vm, order));
}
template <Order order>
static Result<void> put_item(VM& vm, Queue& self, Value item) {
    return queue_put_item(vm, self, order, item);
}
template <Order order>
static Result<Value> get_item(VM& vm, Queue& self) {
    return queue_get_item(vm, self, order);
}

// --- Text ---------------------------------------------------------------------------------------------------------

static Result<std::string> items_repr(VM& vm, Queue& self) {
    if (self.items.is_empty() || !TRY(truth(vm, self.items)))
        return std::string();
    ReprGuard guard(vm, &self);
    TRY(vm.check_native_stack());
    if (guard.is_recursive())
        return vm.recursion_error("maximum recursion depth exceeded");
    return fmt::format(" _queue={}", TRY(repr(vm, TRY(list_from(vm, self.items))))->view());
}

static Result<std::string> format_state(VM& vm, Queue& self) {
    std::string text = fmt::format("maxsize={}", TRY(repr(vm, self.max_size ? self.max_size : Value::none()))->view());
    text += TRY(items_repr(vm, self));
    if (size_t count = waiter_count(self.getters))
        text += fmt::format(" _getters[{}]", count);
    if (size_t count = waiter_count(self.putters))
        text += fmt::format(" _putters[{}]", count);
    if (self.unfinished_tasks)
        text += fmt::format(" tasks={}", self.unfinished_tasks);
    if (self.is_shut_down)
        text += " shutdown";
    return text;
}

static Result<std::string> queue_repr(VM& vm, Queue& self) {
    return fmt::format("<{} at {:#x} {}>", vm.type_name(&self), uintptr_t(&self), TRY(format_state(vm, self)));
}
static Result<std::string> queue_str(VM& vm, Queue& self) {
    return fmt::format("<{} {}>", vm.type_name(&self), TRY(format_state(vm, self)));
}

// --- Attributes ---------------------------------------------------------------------------------------------------

static Result<Value> get_items(VM& vm, Queue& self) {
    if (self.items.is_empty())
        return vm.attribute_error(&self, intern(vm, "_queue"));
    return self.items;
}
static void set_items(Queue& self, Value items) { Heap::store(&self, self.items, items); }
static Value get_max_size(Queue& self) { return self.max_size ? self.max_size : Value::none(); }
static Result<void> refuse_max_size(VM& vm, Queue& self, Value value) {
    std::string text = fmt::format("property 'maxsize' of '{}' object has no {}", vm.type_name(&self),
                                   value.is_empty() ? "deleter" : "setter");
    return vm.raise_attribute_error(&self, intern(vm, "maxsize"), text);
}
static int64_t get_unfinished(Queue& self) { return self.unfinished_tasks; }
static Result<void> set_unfinished(VM& vm, Queue& self, Value count) {
    if (count.is_empty())
        return vm.type_error("cannot delete attribute '_unfinished_tasks' of a queue");
    self.unfinished_tasks = TRY(index_int64(vm, count));
    return {};
}
static Value get_finished(VM& vm, Queue& self) { return &queue_finished(vm, self); }
static Value get_getters(VM& vm, Queue& self) { return &waiters_of(vm, self, self.getters); }
static Value get_putters(VM& vm, Queue& self) { return &waiters_of(vm, self, self.putters); }
static bool get_shut_down(Queue& self) { return self.is_shut_down; }
static Result<Value> get_loop(VM& vm, Queue& self) { return TRY(bind_loop(vm, self, self.loop)); }
static void wakeup_next(VM& vm, Queue&, Deque& waiters) { wake_next_of(vm, &waiters); }

// --- The types ----------------------------------------------------------------------------------------------------

static void visit_queue(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Queue*>(object);
    visitor.visit(self.loop);
    visitor.visit(self.getters);
    visitor.visit(self.putters);
    visitor.visit(self.finished);
    visitor.visit(self.items);
    visitor.visit(self.max_size);
}

static constexpr NativeDef queue_members[] = {
    class_fn<class_getitem>("__class_getitem__(cls, item, /)"),
    fn<queue_new<Order::FirstInFirstOut>>("__new__(cls, /, *args, **kwargs)"),
    fn<queue_init>("__init__(self, maxsize=0)"),
    fn<queue_repr>("__repr__(self, /)"),
    fn<queue_str>("__str__(self, /)"),
    fn<queue_put>("put(self, item)", "Put an item into the queue; waits while it is full."),
    fn<queue_get>("get(self)", "Take an item out of the queue; waits while it is empty."),
    fn<queue_put_nowait>("put_nowait(self, item)", "Put an item into the queue, or raise QueueFull."),
    fn<queue_get_nowait>("get_nowait(self)", "Take an item out of the queue, or raise QueueEmpty."),
    fn<queue_join>("join(self)", "Wait until every item was taken and its task_done() called."),
    fn<queue_task_done>("task_done(self)", "Say that the work on an item is done."),
    fn<queue_shutdown>("shutdown(self, immediate=False)",
                       "Make put() and, once the queue is empty, get() raise QueueShutDown."),
    fn<queue_size>("qsize(self)", "Number of items in the queue."),
    fn<queue_empty>("empty(self)", "Return True if there are no items."),
    fn<queue_full>("full(self)", "Return True if there are maxsize items."),
    get<get_max_size, refuse_max_size>("maxsize", "Number of items allowed in the queue."),
    fn<init_items<Order::FirstInFirstOut>>("_init(self, maxsize)"),
    fn<put_item<Order::FirstInFirstOut>>("_put(self, item)"),
    fn<get_item<Order::FirstInFirstOut>>("_get(self)"),
    fn<format_state>("_format(self)"),
    fn<get_loop>("_get_loop(self)"),
    fn<wakeup_next>("_wakeup_next(self, waiters)"),
    get<get_items, set_items>("_queue"),
    get<get_max_size>("_maxsize"),
    get<get_unfinished, set_unfinished>("_unfinished_tasks"),
    get<get_finished>("_finished"),
    get<get_getters>("_getters"),
    get<get_putters>("_putters"),
    get<get_shut_down>("_is_shutdown"),
};

const NativeType queue_type = {
    .name = "asyncio.queues.Queue",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Queue),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_queue,
    .members = queue_members,
    .member_count = std::size(queue_members),
    .doc = "Passes items between tasks, first in first out.",
};

static constexpr NativeDef lifo_queue_members[] = {
    fn<queue_new<Order::LastInFirstOut>>("__new__(cls, /, *args, **kwargs)"),
    fn<init_items<Order::LastInFirstOut>>("_init(self, maxsize)"),
    fn<put_item<Order::LastInFirstOut>>("_put(self, item)"),
    fn<get_item<Order::LastInFirstOut>>("_get(self)"),
};

const NativeType lifo_queue_type = {
    .name = "asyncio.queues.LifoQueue",
    .base = &queue_type,
    .kind = Kind::Native,
    .size = sizeof(Queue),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_queue,
    .members = lifo_queue_members,
    .member_count = std::size(lifo_queue_members),
    .doc = "A queue that gives out the item that came last.",
};

static constexpr NativeDef priority_queue_members[] = {
    fn<queue_new<Order::SmallestFirst>>("__new__(cls, /, *args, **kwargs)"),
    fn<init_items<Order::SmallestFirst>>("_init(self, maxsize)"),
    fn<put_item<Order::SmallestFirst>>("_put(self, item)"),
    fn<get_item<Order::SmallestFirst>>("_get(self)"),
};

const NativeType priority_queue_type = {
    .name = "asyncio.queues.PriorityQueue",
    .base = &queue_type,
    .kind = Kind::Native,
    .size = sizeof(Queue),
    .flags = Type::HAS_ATTRIBUTES | Type::BARE_NAME,
    .visit = visit_queue,
    .members = priority_queue_members,
    .member_count = std::size(priority_queue_members),
    .doc = "A queue that gives out the smallest item.",
};

} // namespace ouro::stdlib
