//! All cores over a stream, in the order of the stream, within a window.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Batches on their way for each thread: one at work, one waiting, one to be written.
const WINDOW: usize = 3;

/// Nested quotations are read by loops, not by recursion; this is room for what others' code does.
const STACK: usize = 8 << 20;

/// Does `work` on every item of `batches`, on `threads` threads, and gives the results of each batch to `sink`, in order.
///
/// A batch is read only when an earlier one has been written, so that memory does not grow with the input, also where one article
/// takes a thousand times as long as its neighbours.
///
/// # Errors
/// The first error of `sink`; nothing is read after it.
pub fn in_order<T: Send, U: Send>(
    mut batches: impl Iterator<Item = Vec<T>> + Send,
    threads: usize,
    work: impl Fn(T) -> U + Sync,
    mut sink: impl FnMut(Vec<U>) -> io::Result<()>,
) -> io::Result<()> {
    let (permit, permits) = mpsc::sync_channel(threads * WINDOW);
    let (todo, queue) = mpsc::sync_channel(threads * WINDOW);
    let (done, results) = mpsc::channel();
    let (queue, work) = (&Mutex::new(queue), &work);
    // `write` owns its ends of the channels: once it is over, the reader gets no more permits and everybody stops.
    thread::scope(move |scope| {
        spawn(scope, move || read(&mut batches, &permits, &todo))?;
        for _ in 0..threads {
            let done = done.clone();
            spawn(scope, move || labour(queue, work, &done))?;
        }
        drop(done);
        write(results, &permit, threads * WINDOW, &mut sink)
    })
}

fn spawn<'scope>(scope: &'scope thread::Scope<'scope, '_>, body: impl FnOnce() + Send + 'scope) -> io::Result<()> {
    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, body).map(drop)
}

/// Reads a batch for every permit.
fn read<T>(batches: &mut impl Iterator<Item = Vec<T>>, permits: &Receiver<()>, todo: &SyncSender<(usize, Vec<T>)>) {
    for number in 0.. {
        if permits.recv().is_err() {
            return;
        }
        let Some(batch) = batches.next() else { return };
        if todo.send((number, batch)).is_err() {
            return;
        }
    }
}

/// Works on batches until there are none.
fn labour<T, U>(queue: &Mutex<Receiver<(usize, Vec<T>)>>, work: &impl Fn(T) -> U, done: &Sender<(usize, Vec<U>)>) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, batch)) = next else { return };
        if done.send((number, batch.into_iter().map(work).collect())).is_err() {
            return;
        }
    }
}

/// Writes finished batches in order, and gives a permit for each.
fn write<U>(
    results: Receiver<(usize, Vec<U>)>,
    permit: &SyncSender<()>,
    window: usize,
    sink: &mut impl FnMut(Vec<U>) -> io::Result<()>,
) -> io::Result<()> {
    // A reader that has come to the end no longer takes permits; that is no error.
    let allow = || {
        let _ = permit.try_send(());
    };
    (0..window).for_each(|_| allow());
    let (mut early, mut next) = (BTreeMap::new(), 0);
    for (number, batch) in results {
        early.insert(number, batch);
        while let Some(batch) = early.remove(&next) {
            sink(batch)?;
            next += 1;
            allow();
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_the_order_of_the_input() {
        let batches = (0..100).map(|i| vec![2 * i, 2 * i + 1]);
        let mut seen = Vec::new();
        let slow_first = |i: u64| {
            thread::sleep(Duration::from_micros(200 - i));
            i
        };
        let keep = |batch| {
            seen.extend(batch);
            Ok(())
        };
        in_order(batches, 4, slow_first, keep).unwrap();
        assert_eq!(seen, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_is_read_than_the_window_holds() {
        let (read, written) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let batches = (0..200).map(|i| {
            let ahead = read.fetch_add(1, Ordering::SeqCst) - written.load(Ordering::SeqCst);
            assert!(ahead <= 2 * WINDOW, "{ahead} batches in memory");
            vec![i]
        });
        let count = |_| {
            written.fetch_add(1, Ordering::SeqCst);
            Ok(())
        };
        in_order(batches, 2, |i| i, count).unwrap();
        assert_eq!(written.into_inner(), 200);
    }

    #[test]
    fn an_error_of_the_sink_ends_the_work() {
        let batches = (0..).map(|i: usize| vec![i]);
        let full = |batch: Vec<usize>| if batch[0] < 10 { Ok(()) } else { Err(io::Error::other("full")) };
        assert_eq!(in_order(batches, 3, |i| i, full).unwrap_err().to_string(), "full");
    }
}
