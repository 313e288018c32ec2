//! All phrases of a topic set in one automaton, entered at every word of a text.
//!
//! A node keeps its children next to each other and a bit for each symbol that leads to one, so that a step is a mask and a count of
//! bits, and the whole set stays within a few hundred kilobytes. Most words of a text leave it after two or three letters.

use super::letters::{self, REST, SPACE, STOP, Step, WORDS};
use crate::order;
use crate::span::Span;

/// The automaton.
#[derive(Clone, Debug, Default)]
pub struct Trie {
    nodes: Vec<Node>,
    /// Entry numbers, grouped by the node at which they end; [`LAST`] marks the last of a group. The first is for nodes where none ends.
    ends: Vec<u32>,
    /// For each pair of plain symbols the node that they lead to from the root: most words of a text go no further than that.
    pairs: Vec<Pair>,
}

/// Where the first two letters of a word lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pair {
    /// Nowhere.
    #[default]
    Nowhere,
    /// To a node.
    To(u32),
    /// An entry may end with `*` before: go step by step.
    Unknown,
}

/// Sixteen bytes, so that four share a cache line.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    children: u64,
    first: u32,
    ends: u32,
}

impl Node {
    /// Where in the list of nodes the child is.
    #[inline]
    fn place(&self, symbol: u8) -> Option<usize> {
        let bit = 1_u64 << symbol;
        (self.children & bit != 0).then(|| (self.first + (self.children & (bit - 1)).count_ones()) as usize)
    }
}

/// The bit of the last entry of a group.
const LAST: u32 = 1 << 31;

/// How many words `..` may pass over.
const SKIP: usize = 3;
/// No set of phrases that a person writes has so many readings at one word.
const MAX_BRANCHES: usize = 64;

impl Trie {
    /// Builds it from entries, each the symbols of a wording; the number of an entry is its place in the list.
    pub fn new(entries: &[Vec<u8>]) -> Self {
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        let key = |i: &u32| entries.get(*i as usize).map_or(&[][..], Vec::as_slice);
        order::by(&mut order, |a, b| key(a).cmp(key(b)).then(a.cmp(b)));
        let sorted: Vec<&[u8]> = order.iter().map(key).collect();
        let mut trie = Self { nodes: vec![Node::default()], ends: vec![LAST], pairs: Vec::new() };
        // Breadth first, so that the children of a node come next to each other: (node, its range of the sorted entries, depth).
        let mut queue = std::collections::VecDeque::from([(0, 0..sorted.len(), 0)]);
        while let Some((node, range, depth)) = queue.pop_front() {
            trie.fill(node, &sorted, &order, range, depth, &mut queue);
        }
        trie.pairs = (0..SPACE).flat_map(|a| (0..SPACE).map(move |b| (a, b))).map(|(a, b)| trie.pair(a, b)).collect();
        trie
    }

    fn pair(&self, a: u8, b: u8) -> Pair {
        let Some(root) = self.nodes.first() else { return Pair::Nowhere };
        let Some(first) = root.place(a).and_then(|place| self.nodes.get(place)) else { return Pair::Nowhere };
        if [root, first].iter().any(|node| node.place(REST).is_some()) {
            return Pair::Unknown;
        }
        first.place(b).map_or(Pair::Nowhere, |place| Pair::To(place as u32))
    }

    fn fill(
        &mut self,
        node: usize,
        sorted: &[&[u8]],
        order: &[u32],
        range: std::ops::Range<usize>,
        depth: usize,
        queue: &mut std::collections::VecDeque<(usize, std::ops::Range<usize>, usize)>,
    ) {
        let symbol = |i: usize| sorted.get(i).and_then(|entry| entry.get(depth)).copied();
        let mut made = Node { first: self.nodes.len() as u32, ..Node::default() };
        let mut at = (range.start..range.end).find(|i| symbol(*i).is_some()).unwrap_or(range.end);
        let ending = order.get(range.start..at).unwrap_or_default();
        if let Some((last, others)) = ending.split_last() {
            made.ends = self.ends.len() as u32;
            self.ends.extend_from_slice(others);
            self.ends.push(last | LAST);
        }
        while let Some(next) = symbol(at).filter(|_| at < range.end) {
            let until = (at..range.end).find(|i| symbol(*i) != Some(next)).unwrap_or(range.end);
            made.children |= 1 << next;
            queue.push_back((self.nodes.len(), at..until, depth + 1));
            self.nodes.push(Node::default());
            at = until;
        }
        if let Some(slot) = self.nodes.get_mut(node) {
            *slot = made;
        }
    }

    #[inline]
    fn child(&self, node: &Node, symbol: u8) -> Option<&Node> {
        self.nodes.get(node.place(symbol)?)
    }

    /// Where the word at `at` leads with its first two letters; `None` where it must be read step by step.
    #[inline]
    fn begin(&self, text: &str, at: usize) -> Option<Pair> {
        let (a, b) = (letters::plain(text, at)?, letters::plain(text, at + 1)?);
        let pair = self.pairs.get(usize::from(a) * usize::from(SPACE) + usize::from(b)).copied()?;
        (pair != Pair::Unknown).then_some(pair)
    }

    /// Calls `found` with every entry that begins at some word of `text[span]`, and its span; those of one word come together,
    /// words in the order of the text.
    pub fn scan(&self, text: &str, span: Span, mut found: impl FnMut(u32, Span)) {
        let Some(root) = self.nodes.first() else { return };
        let text = text.get(..span.end).unwrap_or(text);
        let mut walk = Walk { trie: self, text, branches: Vec::new() };
        let mut at = span.start;
        while let Some((step, len)) = letters::step(text, at) {
            if !matches!(step, Step::Letter(_) | Step::Other(_)) {
                at += len;
                continue;
            }
            let seen = walk.from(root, at, &mut found);
            at = letters::word_end(text, at, seen.max(at + len));
            at += letters::possessive(text, at);
        }
    }
}

/// The readings of the text from one word on.
struct Walk<'a> {
    trie: &'a Trie,
    text: &'a str,
    branches: Vec<Branch<'a>>,
}

/// A reading put aside: at `node`, with the text read up to the end of a word.
#[derive(Clone, Copy)]
struct Branch<'a> {
    node: &'a Node,
    end: usize,
}

impl<'a> Walk<'a> {
    /// Follows every reading; says up to where the first word was read.
    fn from(&mut self, root: &'a Node, start: usize, found: &mut impl FnMut(u32, Span)) -> usize {
        let seen = match self.trie.begin(self.text, start) {
            Some(Pair::Nowhere) => return start + 2,
            Some(Pair::To(node)) => self.trie.nodes.get(node as usize).map_or(start, |node| self.read_on(node, start, start + 2)),
            _ => self.word(root, start),
        };
        let mut tried = 0;
        while let Some(branch) = self.branches.pop() {
            tried += 1;
            if tried > MAX_BRANCHES {
                self.branches.clear();
                break;
            }
            self.go_on(branch, start, found);
        }
        seen
    }

    /// Reads one word from its start; every reading that reaches its end is put aside. Says up to where it read.
    fn word(&mut self, node: &'a Node, start: usize) -> usize {
        self.read_on(node, start, start)
    }

    /// Reads the word that begins at `start` on from `at`.
    fn read_on(&mut self, mut node: &'a Node, start: usize, mut at: usize) -> usize {
        loop {
            if let Some(rest) = self.trie.child(node, REST) {
                self.branches.push(Branch { node: rest, end: letters::word_end(self.text, start, at) });
            }
            // Nearly all letters are plain ones, and most words leave the automaton at one.
            if let Some(symbol) = letters::plain(self.text, at) {
                match self.trie.child(node, symbol) {
                    Some(child) => (node, at) = (child, at + 1),
                    None => return at,
                }
                continue;
            }
            let next = match letters::step(self.text, at) {
                Some((Step::Letter(symbol), len)) => self.trie.child(node, symbol).map(|next| (next, len)),
                Some((Step::Other(c), len)) => self.other(node, c).map(|next| (next, len)),
                Some((Step::Hard, len)) if letters::is_inner_stop(self.text, start, at) => {
                    self.trie.child(node, STOP).map(|next| (next, len))
                }
                _ => {
                    if node.ends > 0 || node.children & 1 << SPACE != 0 {
                        self.branches.push(Branch { node, end: at });
                    }
                    return at;
                }
            };
            let Some((child, len)) = next else { return at };
            (node, at) = (child, at + len);
        }
    }

    fn other(&self, node: &'a Node, c: char) -> Option<&'a Node> {
        letters::halves(c).try_fold(node, |node, symbol| self.trie.child(node, symbol))
    }

    /// Reports what ends here and reads the next word.
    fn go_on(&mut self, branch: Branch<'a>, start: usize, found: &mut impl FnMut(u32, Span)) {
        let Branch { node, end } = branch;
        if node.ends > 0 {
            for entry in self.trie.ends.iter().skip(node.ends as usize) {
                found(entry & !LAST, Span::new(start, end));
                if entry & LAST != 0 {
                    break;
                }
            }
        }
        let Some(next) = self.trie.child(node, SPACE) else { return };
        let Some(mut at) = letters::over_gap(self.text, end) else { return };
        self.word(next, at);
        let Some(after) = self.trie.child(next, WORDS).and_then(|node| self.trie.child(node, SPACE)) else { return };
        for _ in 0..=SKIP {
            self.word(after, at);
            let Some(further) = letters::over_gap(self.text, letters::word_end(self.text, at, at)) else { return };
            at = further;
        }
    }
}
