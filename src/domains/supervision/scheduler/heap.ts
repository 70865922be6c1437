/** A binary heap: the least by `key` comes first. */
export interface Heap<T> {
  push(item: T): void
  peek(): T | undefined
  pop(): T | undefined
  clear(): void
}

export function createHeap<T>(key: (item: T) => number): Heap<T> {
  let items: T[] = []

  function up(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (key(items[parent]!) <= key(items[at]!)) return
      swap(at, parent)
      at = parent
    }
  }

  function down(from: number): void {
    let at = from
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < items.length && key(items[child]!) < key(items[least]!)) least = child
      if (least === at) return
      swap(at, least)
      at = least
    }
  }

  function swap(one: number, other: number): void {
    const held = items[one]!
    items[one] = items[other]!
    items[other] = held
  }

  return {
    push(item) {
      items.push(item)
      up(items.length - 1)
    },
    peek: () => items[0],
    pop() {
      const first = items[0]
      const last = items.pop()
      if (items.length > 0) {
        items[0] = last!
        down(0)
      }
      return first
    },
    clear() {
      items = []
    },
  }
}
