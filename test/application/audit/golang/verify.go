// Verifies, with golang.org/x/mod/sumdb alone, what Quejas wrote. Reads one JSON object from stdin; silent if all holds.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type input struct {
	Vkey        string
	Checkpoints []string
	Inclusion   []struct {
		Size, Index int64
		Entry       string
		Root        string
		Proof       []string
	}
	Consistency []struct {
		Older, Size     int64
		OlderRoot, Root string
		Proof           []string
	}
	// The tiles of one tree, by their path of tlog-tiles.
	Tiles map[string]string
	Size  int64
	Root  string
}

func fail(what string, err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, what, err)
		os.Exit(1)
	}
}

func hash(text string) (h tlog.Hash) {
	b, err := base64.StdEncoding.DecodeString(text)
	fail("base64", err)
	copy(h[:], b)
	return h
}

func hashes(texts []string) (all []tlog.Hash) {
	for _, text := range texts {
		all = append(all, hash(text))
	}
	return all
}

type tiles struct{ in input }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		b, err := base64.StdEncoding.DecodeString(t.in.Tiles[path])
		if err != nil || len(b) == 0 {
			return nil, fmt.Errorf("no tile %s", path)
		}
		all = append(all, b)
	}
	return all, nil
}

func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func main() {
	var in input
	fail("input", json.NewDecoder(os.Stdin).Decode(&in))
	verifier, err := note.NewVerifier(in.Vkey)
	fail("vkey", err)
	for _, each := range in.Checkpoints {
		n, err := note.Open([]byte(each), note.VerifierList(verifier))
		fail("checkpoint", err)
		lines := strings.Split(n.Text, "\n")
		_, err = strconv.ParseInt(lines[1], 10, 64)
		fail("size", err)
	}
	for _, each := range in.Inclusion {
		leaf := tlog.RecordHash([]byte(each.Entry))
		fail("inclusion", tlog.CheckRecord(hashes(each.Proof), each.Size, hash(each.Root), each.Index, leaf))
	}
	for _, each := range in.Consistency {
		fail("consistency", tlog.CheckTree(hashes(each.Proof), each.Size, hash(each.Root), each.Older, hash(each.OlderRoot)))
	}
	tree := tlog.Tree{N: in.Size, Hash: hash(in.Root)}
	reader := tlog.TileHashReader(tree, tiles{in})
	for index := int64(0); index < in.Size; index += 97 {
		found, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		fail("tiles", err)
		if found[0] != tlog.RecordHash([]byte(fmt.Sprintf("entry %d", index))) {
			fail("tiles", fmt.Errorf("entry %d", index))
		}
	}
}
